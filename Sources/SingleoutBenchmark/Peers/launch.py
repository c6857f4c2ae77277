#!/usr/bin/env python3
"""Run a command and tell what it took: `launch.py DESCRIPTOR COMMAND...` writes elapsed and processor seconds and peak bytes.

A process of its own, and a small one: Linux keeps the peak memory of whoever starts a program as the program's own.
"""
import os
import sys
import time

start = time.perf_counter()
child = os.posix_spawnp(sys.argv[2], sys.argv[2:], os.environ)
_, status, usage = os.wait4(child, 0)
elapsed = time.perf_counter() - start
os.write(int(sys.argv[1]), f"{elapsed} {usage.ru_utime + usage.ru_stime} {usage.ru_maxrss * 1024}".encode())
sys.exit(0 if status == 0 else 1)
