package ai.callcenter.tenancy.store;

import ai.callcenter.tenancy.access.Access;
import ai.callcenter.tenancy.access.Email;
import ai.callcenter.tenancy.audit.AuditEntry;
import ai.callcenter.tenancy.config.ConfigEntry;
import ai.callcenter.tenancy.config.ConfigKey;
import ai.callcenter.tenancy.member.Member;
import ai.callcenter.tenancy.member.MemberFilter;
import ai.callcenter.tenancy.page.Page;
import ai.callcenter.tenancy.page.PageRequest;
import ai.callcenter.tenancy.session.Session;
import java.util.Optional;
import java.util.UUID;

/** Reads in one tenant; each answer comes with what decides whether the caller may see it. */
public interface TenantReads {
    /** The tenant and the caller's membership in it. */
    Access access();

    /** Members, by e-mail. */
    Guarded<Page<Member>> members(MemberFilter filter, PageRequest page);

    /** The member with this e-mail. */
    Guarded<Optional<Member>> member(Email email);

    /** The configuration, by key. */
    Guarded<Page<ConfigEntry>> configs(PageRequest page);

    /** One setting. */
    Guarded<Optional<ConfigEntry>> config(ConfigKey key);

    /** The session with this id, whoever's it is. */
    Guarded<Optional<Session>> session(UUID id);

    /** The trail, newest first. */
    Guarded<Page<AuditEntry>> audit(PageRequest page);
}
