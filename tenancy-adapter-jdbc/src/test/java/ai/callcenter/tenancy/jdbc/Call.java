package ai.callcenter.tenancy.jdbc;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A host's entity: its id alone, and a tenant that the database fills in. */
@Entity
@Table(name = "calls", schema = "public")
class Call {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    Long id;

    @Column(name = "tenant_id", insertable = false, updatable = false)
    @Nullable
    UUID tenant;

    String note = "";

    protected Call() {}

    Call(String note) {
        this.note = note;
    }
}
