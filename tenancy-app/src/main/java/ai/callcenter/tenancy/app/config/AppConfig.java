package ai.callcenter.tenancy.app.config;

import ai.callcenter.tenancy.access.Email;
import ai.callcenter.tenancy.tenant.SeatLimit;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All that the server is told, checked.
 *
 * @param http how it is reached
 * @param console whether there is a console
 * @param store where data is kept
 * @param tokens which tokens count
 * @param dataDir the folder for what the server keeps itself
 * @param platformAdmins who operates the platform; null where nothing is said
 * @param sessionLength how long a user may go on without proving again who it is
 * @param defaultSeats the seats of a tenant that is made without a number
 * @param limits how many requests callers may make
 * @param warnings what is probably a mistake, a line each
 */
public record AppConfig(
        HttpConfig http,
        ConsoleConfig console,
        StoreConfig store,
        TokenConfig tokens,
        Path dataDir,
        @Nullable Set<Email> platformAdmins,
        Duration sessionLength,
        SeatLimit defaultSeats,
        LimitConfig limits,
        List<String> warnings) {

    /**
     * Reads the settings.
     *
     * @param environment the environment variables
     * @throws ConfigException with every fault at once
     */
    public static AppConfig read(Map<String, String> environment) {
        Sources sources = Sources.of(environment);
        List<String> faults = new ArrayList<>(sources.faults());
        Values values = new Values(sources, faults);
        StoreConfig.check(values, faults);
        TokenConfig.check(values, faults);
        ConsoleSettings.check(values, faults);
        CountConfig.check(values, faults);
        Path told = values.find(Settings.DATA_DIR);
        boolean defaulted = !values.given(Settings.DATA_DIR);
        Path dataDir = defaulted ? DataDir.of(environment).find(faults) : told;
        if (!faults.isEmpty() || dataDir == null) {
            throw new ConfigException(faults);
        }
        return new AppConfig(
                HttpConfig.of(values),
                ConsoleConfig.of(values),
                StoreConfig.of(values, dataDir),
                TokenConfig.of(values),
                dataDir,
                values.find(Settings.PLATFORM_ADMINS),
                values.get(Settings.SESSION_TTL),
                values.get(Settings.DEFAULT_MAX_USERS),
                LimitConfig.of(values),
                List.copyOf(sources.warnings()));
    }
}
