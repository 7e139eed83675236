"""Connections are reused within an event loop, and idle clients do not pile up."""

import asyncio

import httpx2
import pytest

from netz.ai.clients import client_for, close_clients
from netz.core.outbound import OutboundPolicy, closed_client, refusal_in


def policy(number: int) -> OutboundPolicy:
    return OutboundPolicy(max_bytes=number)


def test_one_policy_has_one_client_in_a_loop_and_another_in_the_next() -> None:
    async def used() -> tuple[object, object, object]:
        async with (
            client_for(policy(1)) as first,
            client_for(policy(1)) as second,
            client_for(policy(2)) as third,
        ):
            return first, second, third

    first, second, third = asyncio.run(used())
    assert first is second
    assert first is not third
    assert asyncio.run(used())[0] is not first


def test_idle_clients_are_closed_and_busy_ones_are_not() -> None:
    async def scenario() -> None:
        async with client_for(policy(0)) as busy:
            seen = []
            for number in range(1, 40):
                async with client_for(policy(number)) as client:
                    seen.append(client)
            assert [client.is_closed for client in seen].count(False) == 16
            assert not seen[-1].is_closed
            assert not busy.is_closed
            await close_clients()
            assert all(client.is_closed for client in seen)
            assert not busy.is_closed
        await close_clients()
        assert busy.is_closed

    asyncio.run(scenario())


def test_the_synchronous_client_of_an_sdk_reaches_nothing() -> None:
    with closed_client() as client, pytest.raises(httpx2.ConnectError) as caught:
        client.get("https://example.com/")
    assert refusal_in(caught.value) is not None
