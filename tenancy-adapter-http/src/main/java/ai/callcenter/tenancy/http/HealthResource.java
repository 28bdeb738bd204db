package ai.callcenter.tenancy.http;

/** {@code /health}: whether the process lives, and whether it can serve. */
final class HealthResource {
    private final Readiness readiness;

    HealthResource(Readiness readiness) {
        this.readiness = readiness;
    }

    void register(Routes routes) {
        routes.get("/health/live", Access.ANYBODY, call -> up()).get("/health/ready", Access.ANYBODY, this::ready);
    }

    private static Answer up() {
        return Answer.ok(out -> {
            out.writeStartObject();
            out.writeStringField("status", "up");
            out.writeEndObject();
        });
    }

    private Answer ready(Call call) {
        String fault = readiness.fault();
        if (fault != null) {
            throw new Refusal(new Problem(503, "not_ready", fault));
        }
        return up();
    }
}
