package ai.callcenter.tenancy.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Whatever a unit sets in a host's transaction is known, so that it can be taken back. */
class HostContextTest {
    private static final Pattern SETTING = Pattern.compile("current_setting\\('tenancy\\.(\\w+)'");

    @Test
    void everySettingThatTheSchemaReadsIsKept() {
        Set<String> read = new TreeSet<>();
        Inventory.expected().things().values().forEach(thing -> {
            Matcher settings = SETTING.matcher(thing.definition());
            while (settings.find()) {
                read.add(settings.group(1));
            }
        });
        assertThat(HostContext.SETTINGS).containsExactlyInAnyOrderElementsOf(read);
    }
}
