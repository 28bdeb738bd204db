package ai.callcenter.tenancy.app.canary;

import java.util.SplittableRandom;

/** Makes the requests of one connection, for one tenant or the other. */
final class Flutter {
    private final Cage one;
    private final Cage other;
    private final SplittableRandom random;

    Flutter(Cage one, Cage other, long seed) {
        this.one = one;
        this.other = other;
        this.random = new SplittableRandom(seed);
    }

    /** A request, and the mark that its answer must not have. */
    record Request(byte[] bytes, String foreign, String title) {}

    Request next() {
        boolean first = random.nextBoolean();
        Cage cage = first ? one : other;
        Cage away = first ? other : one;
        String token = cage.tokens().get(random.nextInt(cage.tokens().size()));
        String path = "/api/v1/tenants/" + cage.id();
        String member = path + "/members/m%d@%s.example".formatted(random.nextInt(Cage.MEMBERS), cage.mark());
        String guest = "g%d@%s.example".formatted(random.nextInt(20), cage.mark());
        String setting = path + "/configs/s" + random.nextInt(Cage.SETTINGS);
        String mark = cage.mark() + random.nextInt(1_000);
        return switch (random.nextInt(32)) {
            case 0, 1, 2, 3, 4 -> request(token, "GET", "/api/v1/tenant", "", away);
            case 5, 6 -> request(token, "GET", path, "", away);
            case 7 -> request(token, "GET", "/api/v1/tenant/users/count", "", away);
            case 8, 9, 10, 11 -> request(token, "GET", path + "/members?limit=" + (1 + random.nextInt(9)), "", away);
            case 12, 13, 14 -> request(token, "GET", member, "", away);
            case 15, 16 -> request(token, "GET", path + "/configs", "", away);
            case 17, 18, 19 -> request(token, "GET", setting, "", away);
            case 20 -> request(token, "GET", path + "/audit?limit=10", "", away);
            case 21 -> request(token, "GET", path + "/members?q=m", "", away);
            // The tenants of one who has this one alone.
            case 22 -> request(cage.tokens().getFirst(), "GET", "/api/v1/tenants", "", away);
            case 23 -> request(cage.tokens().getFirst(), "POST", path + "/switch", "", away);
            case 24 -> request(token, "GET", "/api/v1/me", "", away);
            // What is the other's, asked for with this one's token.
            case 25 -> request(token, "GET", "/api/v1/tenants/" + away.id() + "/members", "", away);
            case 26 ->
                request(token, "PATCH", "/api/v1/tenants/" + away.id(), "{\"description\":\"" + mark + "\"}", away);
            case 27 -> request(token, "PUT", setting, "{\"value\":{\"is\":\"" + mark + "\"}}", away);
            case 28 ->
                request(
                        token,
                        "PATCH",
                        path,
                        "{\"description\":\"%1$s\",\"metadata\":{\"m\":\"%1$s\"}}".formatted(mark),
                        away);
            case 29 -> request(token, "POST", path + "/members", "{\"email\":\"" + guest + "\"}", away);
            case 30 -> request(token, "DELETE", path + "/members/" + guest, "", away);
            default ->
                request(
                        token,
                        "PATCH",
                        member,
                        "{\"role\":\"" + (random.nextBoolean() ? "viewer" : "member") + "\"}",
                        away);
        };
    }

    /** True once in so many times. */
    boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    private static Request request(String token, String method, String path, String json, Cage away) {
        return new Request(Cage.request(token, method, path, json), away.mark(), method + " " + path + " " + json);
    }
}
