package ai.callcenter.tenancy.http;

import com.auth0.jwt.JWT;
import com.auth0.jwt.JWTCreator;
import com.auth0.jwt.algorithms.Algorithm;
import java.util.LinkedHashMap;
import java.util.Map;

/** One of each kind of caller, in tenants of their own: the columns of docs/authorization.md. */
final class Callers {
    /** Somebody who calls, and the tenant that is called about. */
    record One(String token, Api.Room room, Api.Person member) {}

    private static final String SUBJECT = "sub-";

    private final Api api;

    Callers(Api api) {
        this.api = api;
    }

    /** A tenant with a member to act upon, and a setting. */
    private One room() {
        Api.Room room = api.room();
        api.put(room.admin, room.path + "/configs/greeting", "{\"value\":1}").ok(201);
        return new One(room.admin, room, room.add("viewer"));
    }

    /** All, each with a tenant in which nothing has happened yet. */
    Map<String, One> all() {
        Map<String, One> all = new LinkedHashMap<>();
        all.put("no token", in("", room()));
        all.put("expired", in(token("tenancy", Api.SECRET, -60), room()));
        all.put("forged", in(token("tenancy", "another secret of thirty-two bytes", 600), room()));
        all.put("foreign", in(token("another-host", Api.SECRET, 600), room()));
        One own = room();
        all.put("identity", in(own.room.founder.token(), own));
        for (String role : new String[] {"viewer", "member", "admin"}) {
            One one = room();
            all.put(role, in(one.room.tokenOf(role), one));
        }
        for (String role : new String[] {"viewer", "member", "admin"}) {
            all.put("other " + role, in(api.room().tokenOf(role), room()));
        }
        all.put("removed", removed());
        One suspended = room();
        suspended.room.suspend();
        all.put("suspended", suspended);
        One deleted = room();
        api.delete(deleted.token, deleted.room.path).ok(204);
        all.put("deleted", deleted);
        all.put("operator", in(api.operator().token(), room()));
        return all;
    }

    private One removed() {
        One one = room();
        Api.Person gone = one.room.add("admin");
        String token = gone.in(one.room.id);
        api.delete(one.token, one.room.member(gone)).ok(204);
        return in(token, one);
    }

    private static One in(String token, One room) {
        return new One(token, room.room, room.member);
    }

    private String token(String issuer, String secret, int seconds) {
        String email = api.person("Somebody").email();
        JWTCreator.Builder token = JWT.create()
                .withIssuer(issuer)
                .withAudience("tenancy")
                .withSubject(SUBJECT + email)
                .withClaim("email", email)
                .withExpiresAt(api.clock.instant().plusSeconds(seconds));
        return token.sign(Algorithm.HMAC256(secret));
    }
}
