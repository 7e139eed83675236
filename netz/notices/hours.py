"""When a notice is due: at once, when quiet hours end, or with the day's letter. Pure."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo


@dataclass(frozen=True, slots=True)
class Hours:
    """A member's times of the day, in their own zone. Without `quiet` nothing is held back."""

    zone: ZoneInfo
    quiet: tuple[time, time] | None
    digest: time

    def after_quiet(self, now: datetime) -> datetime:
        """`now`, or the end of the quiet hours that it falls into."""
        if self.quiet is None:
            return now
        begin, end = self.quiet
        local = now.astimezone(self.zone)
        clock = local.time().replace(microsecond=0)
        # The later part of a night belongs to the quiet hours that began the day before.
        within = begin <= clock < end if begin <= end else not end <= clock < begin
        return self._next(local, end) if within else now

    def next_digest(self, now: datetime) -> datetime:
        """When the next letter of the day goes out."""
        return self._next(now.astimezone(self.zone), self.digest)

    def _next(self, local: datetime, clock: time) -> datetime:
        """The next moment, after `local`, at which clocks there show `clock`."""
        day = local.date()
        if clock <= local.time():
            day += timedelta(days=1)
        # Combined with the zone anew: a day may have 23 or 25 hours.
        return datetime.combine(day, clock, tzinfo=self.zone)


def clock(text: str) -> time:
    """A time of the day from "HH:MM"."""
    return time.fromisoformat(text)
