package ai.callcenter.tenancy.jdbc;

import static ai.callcenter.tenancy.jdbc.generated.Tables.TENANT_USERS;

import ai.callcenter.tenancy.access.Email;
import ai.callcenter.tenancy.access.Role;
import ai.callcenter.tenancy.access.UserId;
import ai.callcenter.tenancy.jdbc.generated.Routines;
import ai.callcenter.tenancy.jdbc.generated.tables.TenantUsers;
import ai.callcenter.tenancy.member.Member;
import ai.callcenter.tenancy.member.NewMember;
import ai.callcenter.tenancy.member.RoleChange;
import ai.callcenter.tenancy.store.MemberStore;
import ai.callcenter.tenancy.tenant.TenantId;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.InsertResultStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The members of a unit's tenant. The seats and the last admin are the triggers' and checks' business. */
final class JdbcMembers implements MemberStore {
    private static final TenantUsers OLD = TENANT_USERS.as("old");
    private static final List<Field<?>> MEMBER_AND_OLD_ROLE =
            Stream.concat(Rows.MEMBER.stream(), Stream.of(OLD.ROLE)).toList();

    private final JdbcTenantUnit unit;
    private final TenantId tenant;

    JdbcMembers(JdbcTenantUnit unit, TenantId tenant) {
        this.unit = unit;
        this.tenant = tenant;
    }

    /** One statement: the user is found or made inside it. */
    static InsertResultStep<?> insert(TenantId tenant, NewMember member, @Nullable String name) {
        String email = member.email().value();
        return DSL.insertInto(TENANT_USERS)
                .set(TENANT_USERS.TENANT_ID, tenant.value())
                .set(
                        TENANT_USERS.USER_ID,
                        Routines.userForEmail(
                                DSL.val(email),
                                DSL.val(member.idIfUnknown().value()),
                                DSL.val(member.joinedAt(), TENANT_USERS.JOINED_AT)))
                .set(TENANT_USERS.EMAIL, email)
                .set(TENANT_USERS.NAME, name)
                .set(TENANT_USERS.NAME_KEY, JdbcTenantUnit.key(name))
                .set(TENANT_USERS.ROLE, member.role().wire())
                .set(TENANT_USERS.JOINED_AT, member.joinedAt())
                .set(TENANT_USERS.ENTERED_AT, member.entered() ? member.joinedAt() : null)
                .returning(TENANT_USERS.USER_ID, TENANT_USERS.NAME);
    }

    @Override
    public Member add(NewMember member) {
        return unit.row(row -> added(row, tenant, member), insert(tenant, member, unit.name(member)))
                .orElseThrow();
    }

    /** What the insertion returns. */
    static Member added(Columns row, TenantId tenant, NewMember member) throws SQLException {
        return new Member(
                tenant, new UserId(row.id()), member.email(), row.textOrNull(), member.role(), member.joinedAt());
    }

    @Override
    public Optional<RoleChange> changeRole(Email email, Role role) {
        return unit.row(
                JdbcMembers::change,
                DSL.update(TENANT_USERS)
                        .set(TENANT_USERS.ROLE, role.wire())
                        .from(OLD)
                        .where(is(email))
                        .and(OLD.TENANT_ID.eq(TENANT_USERS.TENANT_ID))
                        .and(OLD.USER_ID.eq(TENANT_USERS.USER_ID))
                        .returningResult(MEMBER_AND_OLD_ROLE));
    }

    private static RoleChange change(Columns row) throws SQLException {
        Member after = Rows.member(row);
        Role before = Role.parse(row.text());
        return new RoleChange(
                new Member(after.tenant(), after.user(), after.email(), after.name(), before, after.joinedAt()), after);
    }

    @Override
    public Optional<Member> remove(Email email) {
        return unit.row(
                Rows::member, DSL.deleteFrom(TENANT_USERS).where(is(email)).returningResult(Rows.MEMBER));
    }

    private Condition is(Email email) {
        return TENANT_USERS.TENANT_ID.eq(tenant.value()).and(TENANT_USERS.EMAIL.eq(email.value()));
    }
}
