package ai.callcenter.tenancy.http;

import java.util.List;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Refuses every transfer coding but {@code chunked} (RFC 9112 section 6.1). Jetty looks at the last one alone: it would
 * hand a route what is compressed as if it were plain.
 */
final class TransferCodings extends Handler.Wrapper {
    private static final Problem UNKNOWN = new Problem(
            400, "bad_request", "Send the body with Transfer-Encoding `chunked` alone, or none.", List.of(), Map.of());

    TransferCodings(Handler handler) {
        super(handler);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING) && !isChunked(request)) {
            // Where the body ends is anybody's guess.
            response.getHeaders().put(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE);
            JettyErrors.send(request, response, callback, UNKNOWN);
            return true;
        }
        return super.handle(request, response, callback);
    }

    private static boolean isChunked(Request request) {
        List<String> codings = request.getHeaders().getValuesList(HttpHeader.TRANSFER_ENCODING);
        return codings.size() == 1 && HttpHeaderValue.CHUNKED.is(codings.getFirst());
    }
}
