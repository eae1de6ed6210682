"""A real identity provider, canaille, on a free port of this machine; it prints its port.

REDIRECT    where it may send browsers back to
LOGOUT      where it may send them after they signed out there

It knows the person `wang` with the password `correct horse battery` and the client `saima` with
the secret `client secret`, and keeps all of it in memory.
"""

import sys
import tempfile

from werkzeug.serving import WSGIRequestHandler, make_server

from canaille import create_app
from canaille.app import models
from canaille.backends import Backend
from joserfc.jwk import RSAKey

redirect, logout = sys.argv[1:]


class Quiet(WSGIRequestHandler):
    def log(self, *arguments):
        pass


def gateway(environment, start):
    return app(environment, start)


server = make_server("127.0.0.1", 0, gateway, threaded=True, request_handler=Quiet)
sessions = tempfile.TemporaryDirectory()
app = create_app(
    {
        "SECRET_KEY": "a key of a test",
        "SERVER_NAME": f"127.0.0.1:{server.server_port}",
        "PREFERRED_URL_SCHEME": "http",
        "CANAILLE": {"DATABASE": "memory", "CAPTCHA_ENABLED": False, "JAVASCRIPT": False},
        "CANAILLE_OIDC": {
            "ACTIVE_JWKS": [RSAKey.generate_key(2048, auto_kid=True).as_dict(private=True)],
        },
    },
    env_file="",
)
with app.app_context():
    with Backend.instance.session():
        Backend.instance.save(
            models.User(
                formatted_name="王强",
                family_name="王",
                user_name="wang",
                emails=["wang@city.example"],
                password="correct horse battery",
            )
        )
        client = models.Client(
            client_id="saima",
            client_secret="client secret",
            client_name="Saima",
            client_uri="https://saima.city.example",
            redirect_uris=[redirect],
            post_logout_redirect_uris=[logout],
            grant_types=["authorization_code"],
            response_types=["code"],
            scope=["openid"],
            token_endpoint_auth_method="client_secret_basic",
            id_token_signed_response_alg="RS256",
        )
        Backend.instance.save(client)
        client.audience = [client]
        Backend.instance.save(client)
print(server.server_port, flush=True)
server.serve_forever()
