package ai.callcenter.tenancy;

import ai.callcenter.tenancy.config.ConfigKey;
import ai.callcenter.tenancy.config.ConfigRule;
import ai.callcenter.tenancy.event.TenancyListener;
import ai.callcenter.tenancy.store.TenancyStore;
import ai.callcenter.tenancy.tenant.SeatLimit;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The entry: the use cases of multi-tenancy over one store. Safe for use by many threads; holds no threads but those of
 * dispatchers that were started, and no static state, so two instances in one JVM do not meet.
 */
public final class Tenancy {
    private final Core core;
    private final Tenants tenants;
    private final Members members;
    private final Configs configs;
    private final Users users;
    private final AuditTrail audit;
    private final Sessions sessions;
    private final Events events;

    private Tenancy(Core core) {
        this.core = core;
        Gate gate = new Gate(core.store());
        Trail trail = new Trail(core);
        this.tenants = new Tenants(core, gate, trail);
        this.members = new Members(core, gate, trail);
        this.configs = new Configs(core, gate, trail);
        this.users = new Users(core, trail);
        this.audit = new AuditTrail(core, gate);
        this.sessions = new Sessions(core, trail);
        this.events = new Events(core);
    }

    /** Tenancy over a store, with the system's clock and {@value Builder#DEFAULT_SEATS} seats a tenant. */
    public static Tenancy on(TenancyStore store) {
        return builder(store).build();
    }

    /** Tenancy over a store, with settings. */
    public static Builder builder(TenancyStore store) {
        return new Builder(store);
    }

    /**
     * The same, with the same settings, over another store: of another database, or in a transaction that a host has
     * open.
     */
    public Tenancy over(TenancyStore other) {
        return new Tenancy(core.over(other));
    }

    /** Tenants: create, read, change, delete, switch. */
    public Tenants tenants() {
        return tenants;
    }

    /** Members of a tenant. */
    public Members members() {
        return members;
    }

    /** Configuration of a tenant. */
    public Configs configs() {
        return configs;
    }

    /** Users and their identities. */
    public Users users() {
        return users;
    }

    /** Sessions: go on, and end. */
    public Sessions sessions() {
        return sessions;
    }

    /** The audit trail of a tenant. */
    public AuditTrail audit() {
        return audit;
    }

    /** What has happened, for whoever subscribes to it. */
    public Events events() {
        return events;
    }

    /** Settings of a {@link Tenancy}. */
    public static final class Builder {
        private static final int DEFAULT_SEATS = 25;
        private static final int DEFAULT_SESSION_HOURS = 12;

        private final TenancyStore store;
        private Clock clock = Clock.systemUTC();
        private @Nullable Supplier<UUID> ids;
        private SeatLimit defaultSeats = new SeatLimit(DEFAULT_SEATS);
        private Duration sessionLength = Duration.ofHours(DEFAULT_SESSION_HOURS);
        private final Map<ConfigKey, ConfigRule> rules = new HashMap<>();
        private final List<TenancyListener> listeners = new ArrayList<>();

        private Builder(TenancyStore store) {
            this.store = store;
        }

        /** The clock that every time stamp comes from. */
        public Builder clock(Clock to) {
            this.clock = to;
            return this;
        }

        /** The source of the ids of tenants and of lines of the trail; UUIDs of version 7 where none is given. */
        public Builder ids(Supplier<UUID> to) {
            this.ids = to;
            return this;
        }

        /** The seat limit of a tenant that is made without one. */
        public Builder defaultSeats(SeatLimit to) {
            this.defaultSeats = to;
            return this;
        }

        /**
         * How long a user may go on, by switching or refreshing, without proving again who it is: more than nothing, 12
         * hours where none is given.
         */
        public Builder sessionLength(Duration to) {
            if (!to.isPositive()) {
                throw new IllegalArgumentException("a session must be longer than nothing, not " + to);
            }
            this.sessionLength = to;
            return this;
        }

        /** Reserves a configuration key: what is written under it must pass the rule. */
        public Builder reserve(ConfigKey key, ConfigRule rule) {
            rules.put(key, rule);
            return this;
        }

        /** Has a listener told of each event inside the transaction that makes it, after those given before. */
        public Builder listener(TenancyListener listener) {
            listeners.add(listener);
            return this;
        }

        /** Builds it. */
        public Tenancy build() {
            Supplier<UUID> source = ids == null ? new TimeOrderedIds(clock) : ids;
            return new Tenancy(new Core(
                    store,
                    clock,
                    source,
                    defaultSeats,
                    sessionLength,
                    Map.copyOf(rules),
                    List.copyOf(listeners),
                    new Bell()));
        }
    }
}
