package ai.callcenter.tenancy.http;

import java.net.InetAddress;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.eclipse.jetty.util.InetAddressSet;

/** The proxies whose word on a client's address counts. Nobody else's does: anybody can send such a field. */
public final class TrustedProxies {
    /** Nobody. */
    public static final TrustedProxies NONE = of(Set.of());

    private static final Pattern FORM = Pattern.compile("[0-9a-fA-F.:]{2,45}(/[0-9]{1,3})?");

    private final Set<String> ranges;
    private final InetAddressSet set = new InetAddressSet();

    private TrustedProxies(Set<String> ranges) {
        this.ranges = ranges;
        set.addAll(ranges);
    }

    /**
     * Proxies at these places.
     *
     * @param ranges addresses, or ranges of them in CIDR notation (RFC 4632), such as {@code 10.0.0.0/8}
     * @throws IllegalArgumentException naming the one that is neither
     */
    public static TrustedProxies of(Collection<String> ranges) {
        ranges.forEach(TrustedProxies::require);
        return new TrustedProxies(Set.copyOf(ranges));
    }

    private static void require(String range) {
        // Looked at before Jetty does, which takes names too and asks the DNS.
        String address = range.substring(0, range.indexOf('/') < 0 ? range.length() : range.indexOf('/'));
        try {
            if (FORM.matcher(range).matches() && Addresses.parse(address) != null) {
                new InetAddressSet().add(range);
                return;
            }
        } catch (IllegalArgumentException e) {
            // Refused below.
        }
        throw new IllegalArgumentException(
                "\"" + range + "\" is neither an address nor a range of them, such as 10.0.0.0/8");
    }

    boolean isEmpty() {
        return ranges.isEmpty();
    }

    boolean contains(InetAddress address) {
        return set.test(address);
    }

    @Override
    public String toString() {
        return String.join(",", new TreeSet<>(ranges));
    }
}
