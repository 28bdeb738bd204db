package ai.callcenter.tenancy.app.server;

import ai.callcenter.tenancy.access.Email;
import ai.callcenter.tenancy.app.config.AppConfig;
import ai.callcenter.tenancy.http.DemoSignIn;
import ai.callcenter.tenancy.tenant.TenantStatus;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The people of the demo data whom anybody may be.
 *
 * @param people none where others than this machine reach the server
 */
record DemoPeople(List<DemoSignIn.Person> people) {
    /** @param demo whether there is demo data */
    static DemoPeople of(AppConfig config, boolean demo) {
        if (!demo || !config.http().isLoopback()) {
            return new DemoPeople(List.of());
        }
        Map<Email, String> about = new LinkedHashMap<>();
        for (DemoTenant tenant : DemoTenant.ALL) {
            for (DemoTenant.Person member : tenant.members()) {
                about.merge(member.email(), at(tenant, member), (first, next) -> first + ", " + next);
            }
        }
        List<DemoSignIn.Person> people = new ArrayList<>();
        about.forEach((email, roles) -> people.add(new DemoSignIn.Person(email, sentence(roles))));
        if (config.platformAdmins() == null) {
            people.add(new DemoSignIn.Person(DemoData.OPERATOR, "Platform admin"));
        }
        return new DemoPeople(people);
    }

    private static String at(DemoTenant tenant, DemoTenant.Person member) {
        String status = tenant.status() == TenantStatus.ACTIVE
                ? ""
                : " (" + tenant.status().wire() + ")";
        return member.role().wire() + " of " + tenant.name().value() + status;
    }

    private static String sentence(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
