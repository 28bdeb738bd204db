package ai.callcenter.tenancy.jdbc;

import static ai.callcenter.tenancy.jdbc.generated.Tables.AUDIT_LOG;
import static ai.callcenter.tenancy.jdbc.generated.Tables.PLATFORM_LOG;

import ai.callcenter.tenancy.audit.AuditEntry;
import ai.callcenter.tenancy.jdbc.generated.tables.records.AuditLogRecord;
import ai.callcenter.tenancy.jdbc.generated.tables.records.PlatformLogRecord;
import ai.callcenter.tenancy.text.Json;
import java.util.UUID;
import org.jooq.JSON;
import org.jooq.Query;
import org.jspecify.annotations.Nullable;

/** Lines of the trail: a tenant's go to its own log, the others to the platform's. */
final class AuditLines {
    private AuditLines() {}

    static Query insert(AuditEntry entry) {
        return entry.tenant() == null
                ? platform(entry)
                : tenant(entry, entry.tenant().value());
    }

    private static Query tenant(AuditEntry entry, UUID tenant) {
        AuditLogRecord line = new AuditLogRecord();
        line.setTenantId(tenant);
        line.setAt(entry.at());
        line.setId(entry.id());
        line.setActorKind(entry.actor().kind().wire());
        line.setActorId(
                entry.actor().user() == null ? null : entry.actor().user().value());
        line.setActorName(entry.actor().name());
        line.setAction(entry.action().wire());
        line.setSubject(entry.subject());
        line.setBefore(json(entry.before()));
        line.setAfter(json(entry.after()));
        line.setRequestId(entry.requestId());
        return Sql.DIALECT.insertInto(AUDIT_LOG).set(line);
    }

    private static Query platform(AuditEntry entry) {
        PlatformLogRecord line = new PlatformLogRecord();
        line.setAt(entry.at());
        line.setId(entry.id());
        line.setActorKind(entry.actor().kind().wire());
        line.setActorId(
                entry.actor().user() == null ? null : entry.actor().user().value());
        line.setActorName(entry.actor().name());
        line.setAction(entry.action().wire());
        line.setSubject(entry.subject());
        line.setBefore(json(entry.before()));
        line.setAfter(json(entry.after()));
        line.setRequestId(entry.requestId());
        return Sql.DIALECT.insertInto(PLATFORM_LOG).set(line);
    }

    private static @Nullable JSON json(@Nullable Json value) {
        return value == null ? null : JSON.json(value.text());
    }
}
