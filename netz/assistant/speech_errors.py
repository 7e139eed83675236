"""Business errors of dictation and reading aloud."""

from netz.core.errors import Conflict, InvalidInput, NotFound, Problem, Words


class NoTranscription(Conflict):
    """The installation has no service that writes down what is said."""

    code = "speech.no_transcription"
    fr = Words(
        "La dictée par le serveur n’est pas installée ici",
        "L’exploitant peut la configurer ; écrivez votre question en attendant.",
    )
    en = Words(
        "Dictation by the server is not set up here",
        "The operator can set it up; type your question meanwhile.",
    )


class NoVoice(Conflict):
    """The installation has nothing that reads aloud."""

    code = "speech.no_voice"
    fr = Words(
        "La lecture par le serveur n’est pas installée ici",
        "L’exploitant peut la configurer ; la réponse reste à l’écran.",
    )
    en = Words(
        "Reading aloud by the server is not set up here",
        "The operator can set it up; the answer stays on the screen.",
    )


class RecordingNotTaken(InvalidInput):
    """The file is no recording that can be written down."""

    code = "speech.recording_refused"
    fr = Words(
        "Cet enregistrement ne peut pas être transcrit",
        "Envoyez au plus {limit} Mo de son en WebM, Ogg, MP4, MP3, FLAC ou WAV.",
    )
    en = Words(
        "This recording cannot be written down",
        "Send at most {limit} MB of sound as WebM, Ogg, MP4, MP3, FLAC or WAV.",
    )


class PartNotFound(NotFound):
    """The text has no such part."""

    code = "speech.part_not_found"
    fr = Words("Rien à lire", "Le texte compte moins de parties.")
    en = Words("Nothing to read", "The text has fewer parts.")


class SpeechFailed(Problem):
    """The service for speech did not do its work."""

    status = 502
    code = "speech.failed"
    fr = Words(
        "Le service vocal n’a pas répondu comme attendu",
        "Votre texte est intact. Réessayez ; si cela dure, prévenez un administrateur.",
    )
    en = Words(
        "The speech service did not answer as expected",
        "Your text is untouched. Try again; if it lasts, tell an administrator.",
    )
