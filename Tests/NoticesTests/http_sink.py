"""A web server that takes posts: it prints its port, then each request as a line of JSON.

--port N          listen there (default: any free port)
--statuses 500,200   what to answer, one after the other; the last one for ever
"""

import argparse
import http.server
import json

arguments = argparse.ArgumentParser()
arguments.add_argument("--port", type=int, default=0)
arguments.add_argument("--statuses", default="200")
options = arguments.parse_args()
statuses = [int(status) for status in options.statuses.split(",")]


class Handler(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        status = statuses.pop(0) if len(statuses) > 1 else statuses[0]
        line = {
            "path": self.path,
            "headers": {name.lower(): value for name, value in self.headers.items()},
            "body": body.decode("utf-8"),
        }
        self.send_response(status)
        if 300 <= status < 400:
            self.send_header("Location", "/elsewhere")
        self.send_header("Content-Length", "0")
        self.end_headers()
        print(json.dumps(line), flush=True)

    def log_message(self, *arguments):
        pass


server = http.server.HTTPServer(("127.0.0.1", options.port), Handler)
print(server.server_address[1], flush=True)
server.serve_forever()
