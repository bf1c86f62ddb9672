# Reads frames, one a line in hex with the number of times, from standard input and sends each as it is from the interface named by the
# first argument.
import socket, sys

out = socket.socket(socket.AF_PACKET, socket.SOCK_RAW)
out.bind((sys.argv[1], 0))
for line in sys.stdin:
    frame, times = line.split()
    frame = bytes.fromhex(frame)
    for _ in range(int(times)):
        out.send(frame)
    print("sent", flush=True)
