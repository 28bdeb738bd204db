package ai.callcenter.tenancy.http.token.oidc;

import java.io.IOException;

/** A provider's keys could not be had; the message says why, and fits into a log line as it is. */
final class ProviderException extends IOException {
    private static final long serialVersionUID = 1L;

    ProviderException(String message) {
        super(message);
    }
}
