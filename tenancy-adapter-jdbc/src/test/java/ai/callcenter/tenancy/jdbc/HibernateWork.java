package ai.callcenter.tenancy.jdbc;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.hibernate.jpa.HibernatePersistenceConfiguration;
import org.junit.jupiter.api.AfterAll;

/** A host on JPA, with Hibernate, which asks for no connection before there is a tenant. */
@SuppressWarnings("NullAway.Init") // `open` sets the fields.
abstract class HibernateWork extends HostWork {
    private EntityManagerFactory factory;

    @Override
    void open(DataSource tenants) {
        factory = new HibernatePersistenceConfiguration("calls")
                .managedClass(Call.class)
                .property("jakarta.persistence.nonJtaDataSource", tenants)
                .property("hibernate.boot.allow_jdbc_metadata_access", false)
                .property("jakarta.persistence.database-product-name", "PostgreSQL")
                .createEntityManagerFactory();
    }

    @AfterAll
    void closeFactory() {
        factory.close();
    }

    private <R> R inTransaction(Function<EntityManager, R> work) {
        return factory.callInTransaction(work);
    }

    @Override
    long add(String note, boolean inTransaction) { // JPA writes in transactions alone
        return inTransaction(entities -> {
            Call call = new Call(note);
            entities.persist(call);
            entities.flush();
            return Objects.requireNonNull(call.id);
        });
    }

    @Override
    void addAll(List<String> notes) {
        inTransaction(entities -> {
            notes.forEach(note -> entities.persist(new Call(note)));
            return notes;
        });
    }

    @Override
    List<String> notes(boolean inTransaction) {
        Function<EntityManager, List<String>> query =
                entities -> entities.createQuery("from Call order by note", Call.class).getResultList().stream()
                        .map(call -> call.note)
                        .toList();
        if (inTransaction) {
            return inTransaction(query);
        }
        try (EntityManager entities = factory.createEntityManager()) {
            return query.apply(entities);
        }
    }

    @Override
    int change(long id, String to) {
        return inTransaction(entities -> {
            Call call = entities.find(Call.class, id);
            if (call == null) {
                return 0;
            }
            call.note = to;
            return 1;
        });
    }

    @Override
    void addTo(UUID tenant, String note) {
        inTransaction(
                entities -> entities.createNativeQuery("insert into public.calls (tenant_id, note) values (?1, ?2)")
                        .setParameter(1, tenant)
                        .setParameter(2, note)
                        .executeUpdate());
    }
}
