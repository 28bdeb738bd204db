package com.example.routing;

import ai.callcenter.tenancy.access.Role;
import ai.callcenter.tenancy.http.TenantRequest;
import ai.callcenter.tenancy.jdbc.TenantDataSource;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.sql.SQLException;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** This service's own routes. The filter before them has found out for whom they are. */
final class QueueRoutes {
    private final TenantDataSource tenants;

    record NewQueue(String number, String name) {}

    QueueRoutes(TenantDataSource tenants) {
        this.tenants = tenants;
    }

    void register(RoutesConfig routes) {
        routes.post("/queues", this::add);
        routes.get("/queues/{id}", this::get);
        routes.get("/queues", this::forNumber);
    }

    private void add(Context context) throws SQLException {
        TenantRequest.of(context.req()).require(Role.MEMBER);
        NewQueue queue = context.bodyAsClass(NewQueue.class);
        context.status(HttpStatus.CREATED)
                .json(inTransaction(context, queues -> queues.add(queue.number(), queue.name())));
    }

    private void get(Context context) throws SQLException {
        UUID id = context.pathParamAsClass("id", UUID.class).get();
        context.json(inTransaction(context, queues -> queues.get(id)).orElseThrow(NotFoundResponse::new));
    }

    private void forNumber(Context context) throws SQLException {
        String number = context.queryParamAsClass("number", String.class).get();
        context.json(inTransaction(context, queues -> queues.forNumber(number)));
    }

    private <R> R inTransaction(Context context, Function<Queues, R> work) throws SQLException {
        return tenants.inTransaction(
                TenantRequest.of(context.req()).tenantId(),
                connection -> work.apply(new Queues(DSL.using(connection, SQLDialect.POSTGRES))));
    }
}
