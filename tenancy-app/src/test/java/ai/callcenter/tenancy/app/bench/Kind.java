package ai.callcenter.tenancy.app.bench;

import java.util.List;

/** A kind of request, with the status of an answer that counts. */
enum Kind {
    READ("GET /tenant", 200),
    ADD("POST member", 201),
    REMOVE("DELETE member", 204);

    /** What is loaded together: a member that is added is removed again by the same connection. */
    static final List<List<Kind>> WORKLOADS = List.of(List.of(READ), List.of(ADD, REMOVE));

    private final String title;
    private final int status;

    Kind(String title, int status) {
        this.title = title;
        this.status = status;
    }

    int status() {
        return status;
    }

    @Override
    public String toString() {
        return title;
    }
}
