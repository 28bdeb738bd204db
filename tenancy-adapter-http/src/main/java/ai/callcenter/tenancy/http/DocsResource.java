package ai.callcenter.tenancy.http;

import java.util.Map;

/** {@code /openapi.json}, the document of the API, and {@code /docs}, a page that shows it. */
final class DocsResource {
    /** Nothing but what the server itself sends runs, shows or is called; {@code data:} is Swagger UI's icons. */
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final String CSS = "text/css;charset=utf-8";
    private static final String JAVASCRIPT = "text/javascript;charset=utf-8";

    private final StaticFile document = new StaticFile("openapi.json", Answer.JSON, Map.of());
    private final StaticFile page = new StaticFile(
            "docs/page.html",
            "text/html;charset=utf-8",
            Map.of("Content-Security-Policy", POLICY, "Referrer-Policy", "no-referrer"));
    private final Map<String, StaticFile> files = Map.of(
            "page.css", file("page.css", CSS),
            "page.js", file("page.js", JAVASCRIPT),
            "swagger-ui.css", file("swagger-ui.css", CSS),
            "swagger-ui-bundle.js", file("swagger-ui-bundle.js", JAVASCRIPT));

    private static StaticFile file(String name, String contentType) {
        return new StaticFile("docs/" + name, contentType, Map.of());
    }

    void register(Routes routes) {
        routes.get("/openapi.json", Access.ANYBODY, document::answer)
                .get("/docs", Access.ANYBODY, page::answer)
                .get("/docs/{file}", Access.ANYBODY, this::file);
    }

    private Answer file(Call call) {
        StaticFile file = files.get(call.fileName());
        if (file == null) {
            throw new Refusal(JettyErrors.problem(404));
        }
        return file.answer(call);
    }
}
