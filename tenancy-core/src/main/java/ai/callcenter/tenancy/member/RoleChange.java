package ai.callcenter.tenancy.member;

/**
 * A member before and after its role changed.
 *
 * @param before as it was
 * @param after as it is
 */
public record RoleChange(Member before, Member after) {}
