# Reads one frame a line in hex from standard input and sends it as it is from the interface named by the first argument.
import socket, sys

out = socket.socket(socket.AF_PACKET, socket.SOCK_RAW)
out.bind((sys.argv[1], 0))
for line in sys.stdin:
    out.send(bytes.fromhex(line.strip()))
    print("sent", flush=True)
