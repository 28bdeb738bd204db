package ai.callcenter.tenancy.jdbc;

import static ai.callcenter.tenancy.jdbc.generated.Tables.AUDIT_LOG;
import static ai.callcenter.tenancy.jdbc.generated.Tables.PLATFORM_LOG;

import ai.callcenter.tenancy.access.UserId;
import ai.callcenter.tenancy.audit.AuditEntry;
import ai.callcenter.tenancy.text.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jooq.Field;
import org.jooq.JSON;
import org.jooq.Query;
import org.jspecify.annotations.Nullable;

/** Lines of the trail: a tenant's go to its own log, the others to the platform's. */
final class AuditLines {
    private AuditLines() {}

    static Query insert(AuditEntry entry) {
        Map<Field<?>, @Nullable Object> line = line(entry);
        if (entry.tenant() == null) {
            return Sql.DIALECT.insertInto(PLATFORM_LOG).set(line);
        }
        line.put(AUDIT_LOG.TENANT_ID, entry.tenant().value());
        return Sql.DIALECT.insertInto(AUDIT_LOG).set(line);
    }

    /** What both logs have: their columns are named alike, but for the tenant. */
    private static Map<Field<?>, @Nullable Object> line(AuditEntry entry) {
        UserId user = entry.actor().user();
        Map<Field<?>, @Nullable Object> line = new LinkedHashMap<>();
        line.put(PLATFORM_LOG.AT, entry.at());
        line.put(PLATFORM_LOG.ID, entry.id());
        line.put(PLATFORM_LOG.ACTOR_KIND, entry.actor().kind().wire());
        line.put(PLATFORM_LOG.ACTOR_ID, user == null ? null : user.value());
        line.put(PLATFORM_LOG.ACTOR_NAME, entry.actor().name());
        line.put(PLATFORM_LOG.ACTION, entry.action().wire());
        line.put(PLATFORM_LOG.SUBJECT, entry.subject());
        line.put(PLATFORM_LOG.BEFORE, json(entry.before()));
        line.put(PLATFORM_LOG.AFTER, json(entry.after()));
        line.put(PLATFORM_LOG.REQUEST_ID, entry.requestId());
        return line;
    }

    private static @Nullable JSON json(@Nullable Json value) {
        return value == null ? null : JSON.json(value.text());
    }
}
