package ai.callcenter.tenancy.app.server;

import ai.callcenter.tenancy.access.Email;
import ai.callcenter.tenancy.access.Role;
import ai.callcenter.tenancy.tenant.Description;
import ai.callcenter.tenancy.tenant.Domain;
import ai.callcenter.tenancy.tenant.Metadata;
import ai.callcenter.tenancy.tenant.SeatLimit;
import ai.callcenter.tenancy.tenant.Tenant;
import ai.callcenter.tenancy.tenant.TenantId;
import ai.callcenter.tenancy.tenant.TenantName;
import ai.callcenter.tenancy.tenant.TenantStatus;
import ai.callcenter.tenancy.text.Json;
import java.time.Instant;
import java.util.List;

/**
 * One call center of the demo data.
 *
 * @param id always the same, so that it is known again
 * @param members the first one is an admin
 */
record DemoTenant(
        TenantId id,
        TenantName name,
        Domain domain,
        Description description,
        SeatLimit seats,
        TenantStatus status,
        Metadata metadata,
        List<Person> members) {

    /** A member. */
    record Person(Email email, Role role) {}

    static final List<DemoTenant> ALL = List.of(
            tenant(
                    1,
                    "Acme Support",
                    "Answers for Acme's customers, day and night.",
                    25,
                    TenantStatus.ACTIVE,
                    "Europe/Berlin",
                    admin("ana@acme.example"),
                    new Person(new Email("max@acme.example"), Role.MEMBER),
                    new Person(new Email("vera@acme.example"), Role.VIEWER)),
            tenant(
                    2,
                    "Globex Telesales",
                    "Calls out for Globex; one seat is left.",
                    5,
                    TenantStatus.ACTIVE,
                    "America/New_York",
                    admin("gus@globex.example"),
                    new Person(new Email("ana@acme.example"), Role.MEMBER),
                    new Person(new Email("mia@globex.example"), Role.MEMBER),
                    new Person(new Email("vic@globex.example"), Role.VIEWER)),
            tenant(
                    3,
                    "Initech Helpdesk",
                    "Has not paid: suspended.",
                    10,
                    TenantStatus.SUSPENDED,
                    "America/Chicago",
                    admin("ian@initech.example"),
                    new Person(new Email("mel@initech.example"), Role.MEMBER),
                    new Person(new Email("val@initech.example"), Role.VIEWER)));

    private static DemoTenant tenant(
            int number,
            String name,
            String description,
            int seats,
            TenantStatus status,
            String timeZone,
            Person... members) {
        return new DemoTenant(
                TenantId.parse("00000000-0000-4000-8000-00000000000" + number),
                new TenantName(name),
                new Domain(members[0].email().value().replaceFirst(".*@", "")),
                new Description(description),
                new SeatLimit(seats),
                status,
                new Metadata(new Json("{\"time_zone\":\"%s\"}".formatted(timeZone))),
                List.of(members));
    }

    private static Person admin(String email) {
        return new Person(new Email(email), Role.ADMIN);
    }

    /** The tenant as it is made, with its first member. */
    Tenant at(Instant now) {
        return new Tenant(id, name, domain, description, seats, 1, status, metadata, now, now);
    }

    /** One line about it for people. */
    String line() {
        StringBuilder line = new StringBuilder(name.value()).append(" (").append(domain);
        line.append(status == TenantStatus.ACTIVE ? "): " : ", " + status.wire() + "): ");
        return line.append(String.join(
                        ", ",
                        members.stream()
                                .map(m -> m.role().wire() + " " + m.email())
                                .toList()))
                .toString();
    }
}
