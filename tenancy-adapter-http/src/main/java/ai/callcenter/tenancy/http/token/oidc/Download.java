package ai.callcenter.tenancy.http.token.oidc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/**
 * Gets a small document, within a time and a size. Follows no redirect: what a provider says of itself stands where it
 * is looked for.
 */
final class Download implements AutoCloseable {
    static final int MAX_BYTES = 256 * 1024;

    private final HttpClient http;
    private final Pace pace;

    Download(Pace pace) {
        this.pace = pace;
        this.http = HttpClient.newBuilder()
                .connectTimeout(pace.connect())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    String get(URI uri) throws ProviderException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(uri)
                .header("Accept", "application/json")
                .timeout(pace.whole())
                .build();
        // The request's own time-out ends with the head of the answer.
        CompletableFuture<HttpResponse<byte[]>> answer =
                http.sendAsync(request, head -> new BoundedBody(head.statusCode() == 200 ? MAX_BYTES : 0));
        try {
            HttpResponse<byte[]> response = answer.get(pace.whole().toMillis(), MILLISECONDS);
            if (response.statusCode() != 200) {
                throw new ProviderException("it answers with status " + response.statusCode());
            }
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(response.body())).toString();
        } catch (TimeoutException e) {
            throw new ProviderException("no whole answer within " + pace.whole().toSeconds() + " seconds");
        } catch (CharacterCodingException e) {
            throw new ProviderException("it is not UTF-8");
        } catch (ExecutionException e) {
            throw new ProviderException(reason(e.getCause() == null ? e : e.getCause()));
        } finally {
            answer.cancel(true);
        }
    }

    private static String reason(Throwable failure) {
        return switch (failure) {
            case ProviderException known -> String.valueOf(known.getMessage());
            case HttpTimeoutException late -> "no answer in time";
            case ConnectException refused -> "no connection";
            case IOException io
            when io.getCause() instanceof ProviderException known -> String.valueOf(known.getMessage());
            // Its class, and not its message, which may quote what a stranger wrote.
            default -> "the request failed (" + failure.getClass().getSimpleName() + ")";
        };
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
