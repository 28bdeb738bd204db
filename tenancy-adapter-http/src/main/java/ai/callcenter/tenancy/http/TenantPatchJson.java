package ai.callcenter.tenancy.http;

import ai.callcenter.tenancy.Tenants;
import ai.callcenter.tenancy.access.Caller;
import ai.callcenter.tenancy.error.ErrorCode;
import ai.callcenter.tenancy.error.TenancyException;
import ai.callcenter.tenancy.member.Membership;
import ai.callcenter.tenancy.tenant.Change;
import ai.callcenter.tenancy.tenant.Description;
import ai.callcenter.tenancy.tenant.Domain;
import ai.callcenter.tenancy.tenant.Metadata;
import ai.callcenter.tenancy.tenant.SeatLimit;
import ai.callcenter.tenancy.tenant.TenantId;
import ai.callcenter.tenancy.tenant.TenantName;
import ai.callcenter.tenancy.tenant.TenantPatch;
import ai.callcenter.tenancy.tenant.TenantStatus;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A merge patch of a tenant.
 *
 * @param fields all of it but for metadata that is merged
 * @param metadata an object to merge into the present metadata; null where there is none
 */
record TenantPatchJson(TenantPatch fields, @Nullable JsonMember metadata) {
    /** How often a patch of metadata is tried anew when somebody else's got in between. */
    private static final int ATTEMPTS = 20;

    private static final String METADATA = "metadata";

    static TenantPatchJson read(Fields in) {
        JsonMember metadata = in.member(METADATA);
        TenantPatch fields = new TenantPatch(
                in.change("name", JsonType.text(TenantName::new)),
                in.clearable("domain", JsonType.text(Domain::new)),
                in.clearable("description", JsonType.text(Description::new)),
                metadata == null ? Change.keep() : metadata(in, metadata),
                in.change("max_users", JsonType.integer(SeatLimit::new)),
                in.change("status", JsonType.text(TenantPatchJson::status)));
        in.check();
        return new TenantPatchJson(fields, metadata != null && metadata.isObject() ? metadata : null);
    }

    private static TenantStatus status(String text) {
        TenantStatus status = TenantStatus.parse(text);
        if (status == TenantStatus.DELETED) {
            throw TenancyException.invalid("status must be active or suspended; to delete, use DELETE");
        }
        return status;
    }

    private static Change<Metadata> metadata(Fields in, JsonMember member) {
        return member.isNull() ? Change.to(Metadata.NONE) : in.change(METADATA, JsonType.json(Metadata::new));
    }

    Membership apply(Tenants tenants, Caller.User caller, TenantId id, Predicate<Membership> expected) {
        if (metadata == null) {
            return tenants.update(caller, id, fields, expected);
        }
        for (int attempt = 1; ; attempt++) {
            Metadata present = tenants.get(caller, id).tenant().metadata();
            TenantPatch merged = fields.metadata(merged(present, metadata));
            Merge merge = new Merge(present, expected);
            try {
                return tenants.update(caller, id, merged, merge);
            } catch (TenancyException e) {
                if (e.code() != ErrorCode.PRECONDITION_FAILED || !merge.overtaken || attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private static Metadata merged(Metadata present, JsonMember patch) {
        try {
            return new Metadata(MergePatch.merge(present.json(), patch));
        } catch (TenancyException e) {
            throw new Refusal(Problem.invalid(List.of(InputError.at("/" + METADATA, e.detail()))));
        }
    }

    /** Expects the metadata that was merged into, and what the client expects. */
    private static final class Merge implements Predicate<Membership> {
        private final Metadata base;
        private final Predicate<Membership> expected;
        private boolean overtaken;

        Merge(Metadata base, Predicate<Membership> expected) {
            this.base = base;
            this.expected = expected;
        }

        @Override
        public boolean test(Membership present) {
            overtaken = !present.tenant().metadata().equals(base);
            return !overtaken && expected.test(present);
        }
    }
}
