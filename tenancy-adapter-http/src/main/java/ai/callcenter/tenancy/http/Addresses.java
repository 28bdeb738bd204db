package ai.callcenter.tenancy.http;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** IP addresses as text. */
final class Addresses {
    private static final Pattern IPV4 = Pattern.compile("([0-9]{1,3})(\\.[0-9]{1,3}){3}");
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    /** No address that anybody calls from begins like this, so it tells IPv4 from the prefixes of IPv6. */
    private static final long IPV4_MARK = 0xffff_ffff_0000_0000L;

    private Addresses() {}

    /** Reads an address alone; null for anything else. Never asks the DNS: a name is none of these. */
    static @Nullable InetAddress parse(String text) {
        if (text.length() > 45
                || !IPV4.matcher(text).matches() && !IPV6.matcher(text).matches()) {
            return null;
        }
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            return null; // such as 1.2.3.999 or 1::2::3
        }
    }

    /** What is counted together: one IPv4 address, or the /64 that one IPv6 subscriber has at the least. */
    static long network(InetAddress address) {
        ByteBuffer bytes = ByteBuffer.wrap(address.getAddress());
        return address instanceof Inet4Address ? IPV4_MARK | (bytes.getInt() & 0xffff_ffffL) : bytes.getLong();
    }
}
