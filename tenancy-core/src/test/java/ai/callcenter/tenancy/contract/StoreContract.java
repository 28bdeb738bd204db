package ai.callcenter.tenancy.contract;

import ai.callcenter.tenancy.scenario.FirstDay;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * What every store must do, whole: a store's test extends this class, says what {@link Harness} asks, and has it all.
 */
public abstract class StoreContract implements Harness {
    @Test
    void theFirstDay() {
        FirstDay.on(store());
    }

    @Nested
    class Founding extends FoundingContract {
        Founding() {
            super(StoreContract.this);
        }
    }

    @Nested
    class ChosenIds extends ChosenIdContract {
        ChosenIds() {
            super(StoreContract.this);
        }
    }

    @Nested
    class Domains extends DomainContract {
        Domains() {
            super(StoreContract.this);
        }
    }

    @Nested
    class TenantReads extends TenantReadContract {
        TenantReads() {
            super(StoreContract.this);
        }
    }

    @Nested
    class TenantLists extends TenantListContract {
        TenantLists() {
            super(StoreContract.this);
        }
    }

    @Nested
    class TenantUpdates extends TenantUpdateContract {
        TenantUpdates() {
            super(StoreContract.this);
        }
    }

    @Nested
    class TenantDeletion extends TenantDeletionContract {
        TenantDeletion() {
            super(StoreContract.this);
        }
    }

    @Nested
    class Switching extends SwitchingContract {
        Switching() {
            super(StoreContract.this);
        }
    }

    @Nested
    class Entering extends EnteringContract {
        Entering() {
            super(StoreContract.this);
        }
    }

    @Nested
    class MemberAdding extends MemberAddingContract {
        MemberAdding() {
            super(StoreContract.this);
        }
    }

    @Nested
    class MemberNames extends MemberNameContract {
        MemberNames() {
            super(StoreContract.this);
        }
    }

    @Nested
    class MemberRemoval extends MemberRemovalContract {
        MemberRemoval() {
            super(StoreContract.this);
        }
    }

    @Nested
    class MemberRoles extends MemberRoleContract {
        MemberRoles() {
            super(StoreContract.this);
        }
    }

    @Nested
    class MemberLists extends MemberListContract {
        MemberLists() {
            super(StoreContract.this);
        }
    }

    @Nested
    class Configs extends ConfigContract {
        Configs() {
            super(StoreContract.this);
        }
    }

    @Nested
    class ReservedConfigs extends ReservedConfigContract {
        ReservedConfigs() {
            super(StoreContract.this);
        }
    }

    @Nested
    class AuditTrails extends AuditContract {
        AuditTrails() {
            super(StoreContract.this);
        }
    }

    @Nested
    class SignIns extends SignInContract {
        SignIns() {
            super(StoreContract.this);
        }
    }

    @Nested
    class PlatformAdmins extends PlatformAdminContract {
        PlatformAdmins() {
            super(StoreContract.this);
        }
    }

    @Nested
    class RoleMatrix extends RoleMatrixContract {
        RoleMatrix() {
            super(StoreContract.this);
        }
    }

    @Nested
    class ReadIsolation extends ReadIsolationContract {
        ReadIsolation() {
            super(StoreContract.this);
        }
    }

    @Nested
    class WriteIsolation extends WriteIsolationContract {
        WriteIsolation() {
            super(StoreContract.this);
        }
    }

    @Nested
    class Units extends UnitContract {
        Units() {
            super(StoreContract.this);
        }
    }

    @Nested
    class UnitLives extends UnitLifeContract {
        UnitLives() {
            super(StoreContract.this);
        }
    }

    @Nested
    class Invariants extends InvariantContract {
        Invariants() {
            super(StoreContract.this);
        }
    }

    @Nested
    class Concurrency extends ConcurrencyContract {
        Concurrency() {
            super(StoreContract.this);
        }
    }

    @Nested
    class SignInRaces extends SignInRaceContract {
        SignInRaces() {
            super(StoreContract.this);
        }
    }

    @Nested
    class Paging extends PagingContract {
        Paging() {
            super(StoreContract.this);
        }
    }

    @Nested
    class PageRemovals extends PageRemovalContract {
        PageRemovals() {
            super(StoreContract.this);
        }
    }

    @Nested
    class SignOuts extends SignOutContract {
        SignOuts() {
            super(StoreContract.this);
        }
    }

    @Nested
    class Sessions extends SessionContract {
        Sessions() {
            super(StoreContract.this);
        }
    }

    @Nested
    class Limits extends LimitContract {
        Limits() {
            super(StoreContract.this);
        }
    }

    @Nested
    class HappeningEvents extends EventContract {
        HappeningEvents() {
            super(StoreContract.this);
        }
    }

    @Nested
    class Listeners extends ListenerContract {
        Listeners() {
            super(StoreContract.this);
        }
    }

    @Nested
    class Deliveries extends DeliveryContract {
        Deliveries() {
            super(StoreContract.this);
        }
    }
}
