#!/usr/bin/env python3
"""A link between two network namespaces that delays every packet and loses some: bad_link.py NAMESPACE1 NAMESPACE2 DELAY_MS LOSS_PERCENT.

For kernels without netem. Makes a TUN device `far` with 10.99.0.1 in the first namespace and 10.99.0.2 in the second, and carries packets between them until it is ended.
The delay is that of each way. What is lost comes from a fixed seed.
"""
import collections
import fcntl
import os
import random
import select
import struct
import subprocess
import sys
import time

TUNSETIFF = 0x400454CA
IFF_TUN_NO_PI = 0x0001 | 0x1000
CLONE_NEWNET = 0x40000000


def open_tun(namespace, address):
    """The device's file, opened inside of the namespace."""
    home = os.open("/proc/self/ns/net", os.O_RDONLY)
    other = os.open(f"/var/run/netns/{namespace}", os.O_RDONLY)
    import ctypes

    libc = ctypes.CDLL(None, use_errno=True)
    if libc.setns(other, CLONE_NEWNET) != 0:
        raise OSError(ctypes.get_errno(), f"cannot enter {namespace}")
    tun = os.open("/dev/net/tun", os.O_RDWR | os.O_NONBLOCK)
    fcntl.ioctl(tun, TUNSETIFF, struct.pack("16sH22x", b"far", IFF_TUN_NO_PI))
    for command in (f"addr add {address}/24 dev far", "link set far txqueuelen 10000", "link set far up"):
        subprocess.run(["ip", *command.split()], check=True)
    libc.setns(home, CLONE_NEWNET)
    return tun


def main():
    delay, loss = float(sys.argv[3]) / 1000, float(sys.argv[4]) / 100
    chance = random.Random(1)
    ends = [open_tun(sys.argv[1], "10.99.0.1"), open_tun(sys.argv[2], "10.99.0.2")]
    waiting = collections.deque()
    print("ready", flush=True)
    while True:
        wait = max(0.0, waiting[0][0] - time.monotonic()) if waiting else None
        readable, _, _ = select.select(ends, [], [], wait)
        now = time.monotonic()
        for end in readable:
            for _ in range(64):
                try:
                    packet = os.read(end, 65536)
                except BlockingIOError:
                    break
                if chance.random() >= loss:
                    waiting.append((now + delay, ends[1] if end == ends[0] else ends[0], packet))
        while waiting and waiting[0][0] <= time.monotonic():
            _, to, packet = waiting.popleft()
            try:
                os.write(to, packet)
            except BlockingIOError:
                pass  # A full queue loses it, as on a real link.


main()
