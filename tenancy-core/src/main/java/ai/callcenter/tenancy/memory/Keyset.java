package ai.callcenter.tenancy.memory;

import ai.callcenter.tenancy.audit.AuditEntry;
import ai.callcenter.tenancy.config.ConfigEntry;
import ai.callcenter.tenancy.member.Member;
import ai.callcenter.tenancy.member.Membership;
import ai.callcenter.tenancy.page.Page;
import ai.callcenter.tenancy.page.PageRequest;
import ai.callcenter.tenancy.page.Position;
import ai.callcenter.tenancy.tenant.Tenant;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The order of one kind of list, and its pages.
 *
 * @param position what an item is sorted by
 * @param positions how these are sorted; no two items have the same
 */
record Keyset<T>(Function<T, Position> position, Comparator<Position> positions) {
    /** Microseconds at a fixed width, so that the texts sort as the times do. */
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private static final Comparator<Position> ASCENDING =
            Comparator.comparing(Position::key, Keyset::compare).thenComparing(Position::tie, Keyset::compare);

    static final Keyset<Tenant> TENANTS = new Keyset<>(Keyset::of, ASCENDING);

    static final Keyset<Membership> MEMBERSHIPS = new Keyset<>(membership -> of(membership.tenant()), ASCENDING);

    static final Keyset<Member> MEMBERS =
            new Keyset<>(member -> new Position(member.email().value(), ""), ASCENDING);

    static final Keyset<ConfigEntry> CONFIGS =
            new Keyset<>(entry -> new Position(entry.key().value(), ""), ASCENDING);

    static final Keyset<AuditEntry> AUDIT =
            new Keyset<>(entry -> of(entry.at(), entry.id().toString()), ASCENDING.reversed());

    Comparator<T> order() {
        return Comparator.comparing(position, positions);
    }

    Page<T> page(Stream<T> rows, PageRequest request) {
        Position after = request.after();
        var wanted = rows.filter(row -> after == null || positions.compare(position.apply(row), after) > 0)
                .sorted(order())
                .limit(request.limit() + 1L)
                .toList();
        return Page.of(wanted, request, position);
    }

    private static Position of(Tenant tenant) {
        return new Position(tenant.name().key(), tenant.id().toString());
    }

    private static Position of(Instant at, String id) {
        return new Position(TIME.format(at), id);
    }

    /** By code point, which is the order of UTF-8 bytes and of {@code COLLATE "C"}; {@code compareTo} differs. */
    private static int compare(String one, String other) {
        return Arrays.compareUnsigned(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
