package ai.callcenter.tenancy.http;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which address a request comes from: that of the connection, or, when a trusted proxy has it, the last one that such a
 * proxy names and that is not a trusted proxy itself. What stands before that one is hearsay.
 */
final class ClientAddress {
    /** A node of RFC 7239 section 6, or an entry of X-Forwarded-For: an address, in brackets or not, a port or not. */
    private static final Pattern NODE = Pattern.compile("\\[?([0-9a-fA-F:.]+?)]?(?:(?<=]|\\.[0-9]{1,3}):[0-9]{1,5})?");

    private static final Pattern FOR = Pattern.compile("(?:^|;)\\s*[fF][oO][rR]=(\"[^\"]*\"|[^;\\s\"]*)\\s*(?=;|$)");

    private static final Pattern ZONE = Pattern.compile("[\\[\\]]|%.*");

    private final TrustedProxies proxies;

    ClientAddress(TrustedProxies proxies) {
        this.proxies = proxies;
    }

    /** The address; never fails, whatever the fields hold. */
    InetAddress of(HttpServletRequest request) {
        return of(
                request.getRemoteAddr(),
                Collections.list(request.getHeaders("Forwarded")),
                Collections.list(request.getHeaders("X-Forwarded-For")));
    }

    /**
     * The same of the parts.
     *
     * @param connection the address of the connection, in brackets or not
     * @param forwarded the lines of {@code Forwarded} (RFC 7239)
     * @param forwardedFor the lines of {@code X-Forwarded-For}
     */
    InetAddress of(String connection, List<String> forwarded, List<String> forwardedFor) {
        InetAddress peer = Addresses.parse(ZONE.matcher(connection).replaceAll(""));
        if (peer == null) {
            return InetAddress.getLoopbackAddress(); // not a connection of the network
        }
        if (proxies.isEmpty() || !proxies.contains(peer)) {
            return peer;
        }
        List<String> standard = nodes(forwarded, ClientAddress::node);
        List<String> common = nodes(forwardedFor, String::strip);
        if (standard.isEmpty() || common.isEmpty()) {
            return last(peer, standard.isEmpty() ? common : standard);
        }
        // A proxy that writes the one lets the other pass as the client wrote it: then only where both agree.
        InetAddress one = last(peer, standard);
        return one.equals(last(peer, common)) ? one : peer;
    }

    private InetAddress last(InetAddress peer, List<String> nodes) {
        InetAddress address = peer;
        for (int i = nodes.size() - 1; i >= 0 && proxies.contains(address); i--) {
            Matcher node = NODE.matcher(nodes.get(i));
            InetAddress before = node.matches() ? Addresses.parse(node.group(1)) : null;
            if (before == null) {
                return address; // garbage, "unknown" or an obfuscated name: whoever handed it on is who we know
            }
            address = before;
        }
        return address;
    }

    private static List<String> nodes(List<String> lines, UnaryOperator<String> node) {
        return lines.stream()
                .flatMap(line -> Arrays.stream(line.split(",", -1)))
                .map(node)
                .toList();
    }

    private static String node(String element) {
        Matcher parameter = FOR.matcher(element);
        return parameter.find() ? parameter.group(1).replace("\"", "") : "";
    }
}
