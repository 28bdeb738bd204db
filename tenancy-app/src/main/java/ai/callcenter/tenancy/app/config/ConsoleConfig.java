package ai.callcenter.tenancy.app.config;

import ai.callcenter.tenancy.http.ConsoleClient;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether there is a console, and what it is at the providers.
 *
 * @param on whether it is served
 * @param client what it is at the providers; null where it is unknown there
 */
public record ConsoleConfig(boolean on, @Nullable ConsoleClient client) {
    static ConsoleConfig of(Values values) {
        String id = values.find(ConsoleSettings.CLIENT_ID);
        Map<String, String> parameters = values.find(ConsoleSettings.PARAMETERS);
        ConsoleClient client = id == null
                ? null
                : new ConsoleClient(id, values.get(ConsoleSettings.SCOPE), parameters == null ? Map.of() : parameters);
        return new ConsoleConfig(values.get(ConsoleSettings.CONSOLE) == Settings.Switch.ON, client);
    }
}
