"""A mail server that keeps nothing: it prints its port, then each message as a line of JSON.

--port N        listen there (default: any free port)
--refuse CODE   answer DATA with this code
--auth U:P      offer and demand sign-in
--tls DIR       offer STARTTLS with cert.pem and key.pem from there
--implicit      speak TLS from the first byte
"""

import argparse
import asyncio
import email
import email.policy
import json
import ssl

from aiosmtpd.smtp import SMTP, AuthResult

arguments = argparse.ArgumentParser()
arguments.add_argument("--port", type=int, default=0)
arguments.add_argument("--refuse")
arguments.add_argument("--auth")
arguments.add_argument("--tls")
arguments.add_argument("--implicit", action="store_true")
options = arguments.parse_args()


class Handler:
    async def handle_DATA(self, server, session, envelope):
        if options.refuse:
            return f"{options.refuse} refused by the test"
        message = email.message_from_bytes(envelope.content, policy=email.policy.default)
        print(
            json.dumps(
                {
                    "from": envelope.mail_from,
                    "to": envelope.rcpt_tos,
                    "headers": [[name, str(value)] for name, value in message.items()],
                    "body": message.get_content(),
                    "raw": envelope.content.decode("ascii"),
                    "tls": session.ssl is not None or options.implicit,
                    "user": str(session.auth_data or ""),
                }
            ),
            flush=True,
        )
        return "250 taken"


def authenticate(server, session, envelope, mechanism, data):
    pair = f"{data.login.decode()}:{data.password.decode()}"
    return AuthResult(success=pair == options.auth, auth_data=data.login.decode())


def context():
    made = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    made.load_cert_chain(f"{options.tls}/cert.pem", f"{options.tls}/key.pem")
    return made


def protocol():
    starttls = context() if options.tls and not options.implicit else None
    return SMTP(
        Handler(),
        tls_context=starttls,
        authenticator=authenticate if options.auth else None,
        auth_required=bool(options.auth),
        auth_require_tls=False,
        enable_SMTPUTF8=True,
    )


async def serve():
    loop = asyncio.get_running_loop()
    secured = context() if options.implicit else None
    server = await loop.create_server(protocol, "127.0.0.1", options.port, ssl=secured)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


asyncio.run(serve())
