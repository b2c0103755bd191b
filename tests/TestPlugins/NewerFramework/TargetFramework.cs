// Says that it was built for a framework that no host has yet.
[assembly: System.Runtime.Versioning.TargetFramework(".NETCoreApp,Version=v99.0")]
