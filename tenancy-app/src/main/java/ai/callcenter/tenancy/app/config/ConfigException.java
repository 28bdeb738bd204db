package ai.callcenter.tenancy.app.config;

import java.util.List;

/** The settings are wrong. Holds one line for each fault, which names the setting; no line holds a secret. */
public final class ConfigException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> faults;

    /** Faults, a line each. */
    public ConfigException(List<String> faults) {
        super(String.join(System.lineSeparator(), faults));
        this.faults = List.copyOf(faults);
    }

    /** What is wrong, a line each. */
    public List<String> faults() {
        return faults;
    }
}
