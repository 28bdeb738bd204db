package ai.callcenter.tenancy.http;

import ai.callcenter.tenancy.Tenancy;
import ai.callcenter.tenancy.access.Email;
import ai.callcenter.tenancy.error.TenancyException;
import ai.callcenter.tenancy.member.Membership;
import ai.callcenter.tenancy.tenant.Description;
import ai.callcenter.tenancy.tenant.Domain;
import ai.callcenter.tenancy.tenant.Metadata;
import ai.callcenter.tenancy.tenant.NewTenant;
import ai.callcenter.tenancy.tenant.SeatLimit;
import ai.callcenter.tenancy.tenant.TenantFilter;
import ai.callcenter.tenancy.tenant.TenantId;
import ai.callcenter.tenancy.tenant.TenantName;
import ai.callcenter.tenancy.tenant.TenantStatus;
import ai.callcenter.tenancy.text.SearchText;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code /tenants}: the caller's tenants, everybody's, and new ones. */
final class TenantsResource {
    private static final Set<String> PARAMETERS = Set.of("scope", "status", "q", Paging.LIMIT, Paging.CURSOR);

    private final Tenancy tenancy;

    TenantsResource(Tenancy tenancy) {
        this.tenancy = tenancy;
    }

    void register(Routes routes) {
        routes.get("/tenants", Access.USER, this::list).post("/tenants", Access.USER, this::create);
    }

    private Answer list(Call call) {
        Query query = call.query(PARAMETERS);
        Boolean all = query.get("scope", TenantsResource::all);
        TenantFilter filter =
                new TenantFilter(query.get("q", SearchText::of), query.get("status", TenantStatus::parse));
        Paging paging = call.paging(query);
        if (all != null) {
            var tenants = tenancy.tenants().all(call.caller(), filter, paging.request());
            return paging.answer(tenants, tenant -> new TenantJson(tenant, null, false));
        }
        return paging.answer(tenancy.tenants().mine(call.caller(), filter, paging.request()), TenantJson::new);
    }

    private static Boolean all(String scope) {
        if (!scope.equals("all")) {
            throw TenancyException.invalid("must be all, or absent for your own");
        }
        return true;
    }

    private Answer create(Call call) {
        call.query(Set.of());
        Create create = Create.read(call.body());
        Membership made = tenancy.tenants().create(call.caller(), create.tenant, create.owner);
        return call.created("/tenants/" + made.tenant().id(), new TenantJson(made));
    }

    /** A tenant to make. */
    private record Create(NewTenant tenant, @Nullable Email owner) {
        static Create read(Fields in) {
            TenantName name = in.required("name", JsonType.text(TenantName::new));
            Domain domain = in.nullable("domain", JsonType.text(Domain::new));
            Description description = in.nullable("description", JsonType.text(Description::new));
            Metadata metadata = in.nullable("metadata", JsonType.json(Metadata::new));
            SeatLimit seats = in.optional("max_users", JsonType.integer(SeatLimit::new));
            Email owner = in.optional("owner_email", JsonType.text(Email::new));
            TenantId id = in.optional("id", JsonType.text(TenantId::parse));
            in.check();
            return new Create(
                    new NewTenant(name, domain, description, metadata == null ? Metadata.NONE : metadata, seats, id),
                    owner);
        }
    }
}
