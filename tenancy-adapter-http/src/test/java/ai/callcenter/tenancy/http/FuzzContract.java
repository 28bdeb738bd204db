package ai.callcenter.tenancy.http;

import static org.assertj.core.api.Assertions.assertThat;

import ai.callcenter.tenancy.http.fuzz.Fuzzer;
import ai.callcenter.tenancy.http.fuzz.World;
import ai.callcenter.tenancy.store.TenancyStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * No request breaks the server: thousands are made from the OpenAPI document, and each answer is held against what must
 * hold for all of them. {@code -Dfuzz.requests} says how many, {@code -Dfuzz.seed} which.
 */
public abstract class FuzzContract {
    /** The same in every build, so that a change that has nothing to do with a finding is not held up by it. */
    private static final long SEED = 20_261_125;

    private final int most;

    /** @param requests how many there are in an ordinary run */
    protected FuzzContract(int requests) {
        this.most = requests;
    }

    /** The store; asked for once. It stays open. */
    protected abstract TenancyStore store();

    @Test
    void noRequestBreaksTheServer() throws Exception {
        int requests = Integer.getInteger("fuzz.requests", most);
        long seed = Long.getLong("fuzz.seed", SEED);
        try (Api api = new Api(store());
                Fuzzer fuzzer = new Fuzzer(api.port(), seed, () -> world(api), Api.SECRET)) {
            long begun = System.nanoTime();
            List<String> findings = fuzzer.run(requests);
            System.out.printf(
                    "fuzz.seed=%d: %,d requests in %d s, answers by status %s%n",
                    seed, requests, (System.nanoTime() - begun) / 1_000_000_000, fuzzer.statuses());
            assertThat(findings).as("fuzz.seed=%d", seed).isEmpty();
            // A fuzzer that is refused at the door proves nothing.
            int served = fuzzer.statuses().entrySet().stream()
                    .filter(status -> status.getKey() < 300)
                    .mapToInt(Map.Entry::getValue)
                    .sum();
            assertThat(served).isBetween(requests / 6, requests * 4 / 5);
        }
    }

    private static World world(Api api) {
        api.log.clear();
        // Whoever signed out in the world before counts as signed out until the end of that second.
        api.clock.advance(Duration.ofSeconds(1));
        String marker = "zq" + Api.unique().replace("-", "");
        Api.Room other = api.room();
        other.add(api.person("x" + marker), "member").ok(201);
        api.patch(other.admin, other.path, "{\"name\":\"%s\",\"description\":\"%s\"}".formatted(marker, marker))
                .ok(200);
        Api.Room room = api.room();
        Api.Person member = room.add("member");
        for (int i = 0; i < 3; i++) {
            api.put(room.admin, room.path + "/configs/k" + i, "{\"value\":" + i + "}")
                    .ok(201);
        }
        return new World(
                room.id,
                other.id,
                room.add("viewer").email(),
                marker,
                Map.of(
                        "admin", room.admin,
                        "member", member.in(room.id),
                        "viewer", room.tokenOf("viewer"),
                        "identity", member.token(),
                        "other", other.admin,
                        "operator", api.operator().token()));
    }
}
