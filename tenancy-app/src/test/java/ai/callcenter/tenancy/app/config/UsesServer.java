package ai.callcenter.tenancy.app.config;

import ai.callcenter.tenancy.app.server.ServerProcess;

/** Breaks a rule of the architecture, to see that it shows. */
public record UsesServer(ServerProcess server) {}
