package ai.callcenter.tenancy.http;

/** A part of the contract, run against the server that {@link #api} is. */
interface ApiTopic {
    Api api();
}
