package ai.callcenter.tenancy.member;

import ai.callcenter.tenancy.access.Role;
import ai.callcenter.tenancy.text.SearchText;
import org.jspecify.annotations.Nullable;

/**
 * Which members a list shows, ordered by e-mail in code point order.
 *
 * @param text part of the e-mail or of the name; null for all
 * @param role the role; null for all
 */
public record MemberFilter(
        @Nullable SearchText text, @Nullable Role role) {
    /** Every member. */
    public static final MemberFilter ALL = new MemberFilter(null, null);
}
