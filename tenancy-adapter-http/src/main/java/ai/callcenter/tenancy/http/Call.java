package ai.callcenter.tenancy.http;

import ai.callcenter.tenancy.access.Caller;
import ai.callcenter.tenancy.access.Email;
import ai.callcenter.tenancy.config.ConfigKey;
import ai.callcenter.tenancy.error.ErrorCode;
import ai.callcenter.tenancy.error.TenancyException;
import ai.callcenter.tenancy.tenant.TenantId;
import io.javalin.http.Context;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.jetty.http.QuotedQualityCSV;
import org.jspecify.annotations.Nullable;

/** One request, as an action sees it. */
final class Call {
    private final Context context;
    private final Exchange exchange;
    private final RequestBody body;
    private final Caller.@Nullable User caller;

    Call(Context context, Exchange exchange, RequestBody body, Caller.@Nullable User caller) {
        this.context = context;
        this.exchange = exchange;
        this.body = body;
        this.caller = caller;
    }

    /** The caller, on a route for users. */
    Caller.User caller() {
        if (caller == null) {
            throw new IllegalStateException("a route for anybody has no caller");
        }
        return caller;
    }

    /** The fields of the body, which is a JSON object. */
    Fields body() {
        return body.fields();
    }

    /** The fields of the body, which may be left out. */
    Fields bodyOrNone() {
        return body.fieldsOrNone();
    }

    /** What this request is called in the log. */
    String requestId() {
        return exchange.requestId();
    }

    /** For a route that takes no body. */
    void noBody() {
        body.requireNothing();
    }

    /** The query, of a route that knows these parameters and no others. */
    Query query(Set<String> known) {
        return Query.of(context.req().getQueryString(), known);
    }

    /** Which page of a list is asked for. */
    Paging paging(Query query) {
        return Paging.of(context.req().getRequestURI(), caller().id(), query);
    }

    /** What the request expects of the present state. */
    Conditions conditions() {
        return Conditions.of(context.req());
    }

    /** A representation that can be edited, or that the client has it already. */
    Answer tagged(JsonBody representation) {
        byte[] body = representation.bytes();
        String tag = ETag.of(body);
        Map<String, String> headers = Map.of("ETag", tag);
        Conditions conditions = conditions();
        if (!conditions.isMatch(tag)) {
            throw new TenancyException(ErrorCode.PRECONDITION_FAILED, "It is not what If-Match names; read it again.");
        }
        return conditions.isKnown(tag)
                ? new Answer(304, null, null, headers)
                : new Answer(200, Answer.JSON, body, headers);
    }

    /** The tenant that the path names. */
    TenantId tenant() {
        TenantId tenant = path("id", TenantId::parse);
        exchange.tenant(tenant);
        return tenant;
    }

    /** The e-mail that the path names. */
    Email email() {
        return path("email", Email::new);
    }

    /** The configuration key that the path names. */
    ConfigKey key() {
        return path("key", ConfigKey::new);
    }

    /** The file that the path names. */
    String fileName() {
        return context.pathParam("file");
    }

    /** The file, with its folders, that the path ends with. */
    String filePath() {
        return context.pathParam("path");
    }

    /** Whether it was sent on this machine, as far as can be told. */
    boolean isOfSameMachine() {
        return SameMachine.made(context.req());
    }

    /** Whether the client takes gzip (RFC 9110 section 12.5.3). */
    boolean acceptsGzip() {
        QuotedQualityCSV codings = new QuotedQualityCSV();
        context.req().getHeaders("Accept-Encoding").asIterator().forEachRemaining(codings::addValue);
        return codings.getValues().stream().anyMatch("gzip"::equalsIgnoreCase);
    }

    private <T> T path(String name, Function<String, T> parse) {
        try {
            return parse.apply(context.pathParam(name));
        } catch (TenancyException e) {
            throw Refusal.parameter(name, e.detail());
        }
    }

    /** Something that was made, and where it is from now on. */
    Answer created(String path, JsonBody representation) {
        byte[] body = representation.bytes();
        String location = context.contextPath() + TenancyHttp.BASE + path;
        return new Answer(201, Answer.JSON, body, Map.of("ETag", ETag.of(body), "Location", location));
    }

    /** Something that was changed. */
    static Answer changed(JsonBody representation) {
        byte[] body = representation.bytes();
        return new Answer(200, Answer.JSON, body, Map.of("ETag", ETag.of(body)));
    }
}
