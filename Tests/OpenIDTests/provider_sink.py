"""A stand-in for an identity provider: it prints its port, then each request as a line of JSON.

FOLDER    where its answers lie: /a/b is answered with what the file `a.b` says, a status in the
          first line, headers in the next ones, a blank line and the body; 404 where there is none
"""

import http.server
import json
import pathlib
import sys

folder = pathlib.Path(sys.argv[1])


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        length = int(self.headers.get("Content-Length", 0))
        line = {
            "method": self.command,
            "path": self.path,
            "headers": {name.lower(): value for name, value in self.headers.items()},
            "body": self.rfile.read(length).decode("utf-8"),
        }
        file = folder / self.path.strip("/").replace("/", ".")
        answer = file.read_bytes() if file.is_file() else b"404\n\n"
        head, body = answer.split(b"\n\n", 1)
        status, *headers = head.decode("ascii").split("\n")
        self.send_response(int(status))
        for header in headers:
            self.send_header(*header.split(": ", 1))
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        print(json.dumps(line), flush=True)
        try:
            self.wfile.write(body)
        except (BrokenPipeError, ConnectionResetError):
            pass

    do_POST = do_GET

    def log_message(self, *arguments):
        pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
print(server.server_address[1], flush=True)
server.serve_forever()
