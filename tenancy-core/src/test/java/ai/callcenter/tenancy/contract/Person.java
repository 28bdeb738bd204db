package ai.callcenter.tenancy.contract;

import ai.callcenter.tenancy.access.Caller;
import ai.callcenter.tenancy.access.Email;
import ai.callcenter.tenancy.access.Identity;
import ai.callcenter.tenancy.access.UserId;
import ai.callcenter.tenancy.audit.Actor;
import ai.callcenter.tenancy.tenant.Tenant;

/** Somebody who has signed in. */
public record Person(UserId id, Identity identity) {
    /** The person's address. */
    public Email email() {
        return identity.email();
    }

    /** The person, acting in no tenant. */
    public Caller.User caller() {
        return Caller.user(id).during("request of " + email());
    }

    /** The person, acting in a tenant. */
    public Caller.User in(Tenant tenant) {
        return caller().in(tenant.id());
    }

    /** The person as the trail names it. */
    public Actor as(Actor.Kind kind) {
        return new Actor(kind, id, email().value());
    }
}
