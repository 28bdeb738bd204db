package ai.callcenter.tenancy.app.bench;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;

/** What one connection asks for, each time of another tenant. */
final class Script {
    private static final AtomicLong GUESTS = new AtomicLong();

    private final Population population;
    private final List<Kind> kinds;
    private final SplittableRandom random;
    private Population.Admin admin;
    private String guest = "";
    private int step = -1;

    Script(Population population, List<Kind> kinds, int connection) {
        this.population = population;
        this.kinds = kinds;
        this.random = new SplittableRandom(connection);
        this.admin = population.admin(0);
    }

    /** Whether what was begun has ended: nobody is left behind as a member. */
    boolean complete() {
        return (step + 1) % kinds.size() == 0;
    }

    /** The kind of the request that {@link #next} gave last. */
    Kind kind() {
        return kinds.get(step % kinds.size());
    }

    ByteBuffer next() {
        step++;
        if (step % kinds.size() == 0) {
            admin = population.admin(random.nextInt(population.size()));
            guest = "guest%d@bench.example".formatted(GUESTS.incrementAndGet());
        }
        String members = "/api/v1/tenants/" + admin.tenant() + "/members";
        String request = switch (kind()) {
            case READ -> head("GET", "/api/v1/tenant") + "\r\n";
            case ADD -> {
                String body = "{\"email\":\"" + guest + "\",\"role\":\"member\"}";
                yield head("POST", members) + "Content-Type: application/json\r\nContent-Length: " + body.length()
                        + "\r\n\r\n" + body;
            }
            case REMOVE -> head("DELETE", members + "/" + guest) + "\r\n";
        };
        return ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII));
    }

    private String head(String method, String path) {
        return method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + admin.token() + "\r\n";
    }
}
